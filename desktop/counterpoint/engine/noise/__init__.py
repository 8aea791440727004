"""What is no claim of the account, a rule a module."""
