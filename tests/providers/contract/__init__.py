"""One suite for every provider of a kind: what a service may do to us, and what we must make of it.

To add a provider, write `rows_<name>.py` beside this file with `CASES: tuple[Case, ...]` (see cases.py); it is found by its name. A
row says how the provider is made (`make(seconds)`, the longest silence before it gives up), a request, what a good result is, and, for
a service, its `wire`: which variables bring key and address, and what its answers look like. Nothing else is needed:

    CASES = (
        Case(
            name="embedding: acme", kind="embedding", provider="acme:small",
            make=lambda seconds: AcmeEmbedding("small", timeout=seconds),
            request=lambda folder: EmbeddingRequest(("fog", "mist")),
            check=lambda result, server: None if len(result.vectors) == 2 else "two vectors",
            cost=0.00002,                       # by the price table, of the host that `prices_of` names
            wire=Wire(
                prices_of="api.acme.example",
                environ=lambda url: {"ACME_BASE_URL": url, "ACME_API_KEY": KEY}, key="ACME_API_KEY",
                good=json_reply({"vectors": [[1, 0], [0, 1]]}),
                malformed=(json_reply({"vectors": "oops"}),), partial=(json_reply({"vectors": [[1, 0]]}),),
                refused=(json_reply({"error": {"message": "no", "code": "content_policy"}}, 400),),
            ),
        ),
    )

What the suite holds every service to (`test_contract.py`):

- 401 is MissingDependency that names the key's variable; a missing key is one sentence, and nobody is asked.
- 429 with Retry-After is waited for, then tried again; one that asks for minutes is RateLimited at once, with `after`.
- Two answers of 500 and then a good one are a good one. The vendor's own retries are off (`max_retries=0`): engine.providers.calling
  does all of it, so that what is asked is known.
- After a time-out or a cut connection the request may have been done and billed. So it is Unavailable with `sent=True` (see
  engine.errors), is not sent again, and the bill is one. `calling.of_network` makes that error of an httpx one. A service that costs
  nothing may say `free=True` in its wire; it may then be asked again.
- What is not in the service's form is BadOutput, refused content Refused; neither is asked for again.
- While a call is under way `progress` is called now and then (`calling.patient` does it), and what it raises ends the call.
- The result's `cost` is that of the price table, and `price(request)` says it before, where it can be known before.
- The key is in no error, log, result, file or pickled provider, and one that this machine keeps (engine.keys.key_for) is sent to no
  other server than the one that it was kept for.
"""
