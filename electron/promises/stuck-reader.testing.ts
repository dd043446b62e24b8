/** A reading process that takes its request and never says a word. */
process.on('message', () => {
  for (;;) Math.random()
})
