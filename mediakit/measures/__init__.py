"""What is measured about an article: length, readability, lexical diversity. One record a measure."""
