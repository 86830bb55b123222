"""What is on the desk: lists, thread, composer, panel."""
