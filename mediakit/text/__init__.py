"""Words, sentences, paragraphs and their counts: pure functions on text, with positions kept."""
