"""`pupitre doctor`: what the desk needs on this computer, looked at one by one."""
