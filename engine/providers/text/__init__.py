"""Text providers: what writes words under a JSON schema, here or at a server. One file each; they do not know of stories."""
