package org.passerelle.gate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Recognises addresses of private networks and special addresses: this machine, private ranges,
 * unrouted addresses, and the IPv6 forms that embed such an IPv4 address (RFC 4291, 6052, 8215,
 * 3056, 4380, 5214), through which a translator would lead there.
 */
final class OwnNetwork {
  private OwnNetwork() {}

  /** Whether an address is one of those. */
  static boolean holds(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || (bytes.length == 4 ? isOwn4(bytes) : isOwn6(bytes));
  }

  private static boolean isOwn4(byte[] b) {
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    return first == 0
        || (first == 100 && (second & 0xc0) == 64)
        || (first == 192 && second == 0 && b[2] == 0)
        || (first == 198 && (second & 0xfe) == 18)
        || first >= 240;
  }

  private static boolean isOwn6(byte[] b) {
    boolean uniqueLocal = (b[0] & 0xfe) == 0xfc;
    // local-use translation (64:ff9b:1::/48), and Teredo tunnels (2001::/32)
    if (uniqueLocal
        || starts(b, 0x00, 0x64, 0xff, 0x9b, 0x00, 0x01)
        || starts(b, 0x20, 0x01, 0x00, 0x00)) {
      return true;
    }
    if (starts(b, 0x20, 0x02)) {
      return isOwn(b, 2);
    }
    boolean carries =
        starts(b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
            || starts(b, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)
            || ((b[8] & 0xfd) == 0
                && b[9] == 0
                && (b[10] & 0xff) == 0x5e
                && (b[11] & 0xff) == 0xfe);
    return carries && isOwn(b, 12);
  }

  private static boolean starts(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOwn(byte[] bytes, int from) {
    try {
      return holds(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
    } catch (UnknownHostException notFourBytes) {
      throw new IllegalStateException(notFourBytes);
    }
  }
}
