"""Files in messages: taken in, made harmless, kept on disk, given out by signed addresses."""
