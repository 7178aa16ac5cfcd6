"""The workshop on a network: the server, who may come in, and the pages of phones and wall."""
