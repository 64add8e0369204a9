package org.passerelle.gate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** From where something comes, as far as one household can choose it. */
public final class Network {
  private static final int HOUSEHOLD = 8;

  private Network() {}

  /**
   * Of an address of version 6 the half that one household is given, since it may use any address
   * of it; one of version 4 is itself.
   *
   * @param address as the container names it, or the proxy that is believed
   */
  public static String of(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      // with a colon it is never looked up
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == 4
          ? InetAddress.getByAddress(bytes).getHostAddress()
          : HexFormat.of().formatHex(Arrays.copyOf(bytes, HOUSEHOLD));
    } catch (UnknownHostException noAddress) {
      return address;
    }
  }
}
