"""Letters to people by e-mail: written with what caused them, sent by the worker, kept until the server has them."""
