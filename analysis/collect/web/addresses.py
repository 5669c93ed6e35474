"""A numeric address -> the rule that forbids connecting to it, if one does."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_network

# The special-purpose address registries of IANA (RFC 6890 and its updates), as of 2026, and what
# cloud providers keep for their own machines. Written out because ``is_global`` follows them only
# from some Python version on, and lets translation prefixes through that lead to private places.
_IPV4 = {
    "0.0.0.0/8": "this machine",
    "10.0.0.0/8": "private networks",
    "100.64.0.0/10": "networks inside a provider",
    "127.0.0.0/8": "this machine",
    "168.63.129.16/32": "services for cloud machines",
    "169.254.0.0/16": "the local link, where cloud machines find their keys",
    "172.16.0.0/12": "private networks",
    "192.0.0.0/24": "protocol assignments",
    "192.0.2.0/24": "documentation",
    "192.31.196.0/24": "protocol assignments",
    "192.52.193.0/24": "protocol assignments",
    "192.88.99.0/24": "relays to other networks",
    "192.168.0.0/16": "private networks",
    "192.175.48.0/24": "protocol assignments",
    "198.18.0.0/15": "tests inside a network",
    "198.51.100.0/24": "documentation",
    "203.0.113.0/24": "documentation",
    "224.0.0.0/4": "many receivers at once",
    "240.0.0.0/4": "nobody yet",
}
_IPV6 = {
    "::/128": "this machine",
    "::1/128": "this machine",
    "::ffff:0:0/96": "an IPv4 address in disguise",
    "::ffff:0:0:0/96": "an IPv4 address in disguise",
    "::/96": "an IPv4 address in disguise",
    "64:ff9b::/96": "translation to IPv4",
    "64:ff9b:1::/48": "translation to IPv4",
    "100::/64": "nobody (all is thrown away)",
    "2001::/32": "tunnels to IPv4",
    "2001::/23": "protocol assignments",
    "2001:db8::/32": "documentation",
    "2002::/16": "tunnels to IPv4",
    "2620:4f:8000::/48": "protocol assignments",
    "3fff::/20": "documentation",
    "fc00::/7": "private networks",
    "fe80::/10": "the local link",
    "fec0::/10": "one site",
    "ff00::/8": "many receivers at once",
}
_FORBIDDEN = tuple((ip_network(text), use) for text, use in (*_IPV4.items(), *_IPV6.items()))

_PUBLIC_IPV6 = ip_network("2000::/3")
"""All that has been given out for the public Internet so far."""


def forbidden_use(address: IPv4Address | IPv6Address) -> str | None:
    """Return what an address is set aside for, ``None`` if it is a public one."""
    for network, use in _FORBIDDEN:
        if address.version == network.version and address in network:
            return f"{use} ({network})"
    if isinstance(address, IPv6Address) and (address.scope_id or address not in _PUBLIC_IPV6):
        return "no public use"
    return None if address.is_global else "no public use"
