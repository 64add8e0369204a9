package org.passerelle.gate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From where something comes, as far as one household can choose it. */
public final class Network {
  private static final int HOUSEHOLD = 8;
  private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?");

  /** Some proxies add the port, which is another one for each connection. */
  private static final Pattern WITH_PORT =
      Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3}):[0-9]+");

  private Network() {}

  /**
   * Of an address of version 6 the half that one household is given, since it may use any address
   * of it; one of version 4 is itself.
   *
   * @param address as the container names it, or the proxy that is believed
   */
  public static String of(String address) {
    Matcher withPort = WITH_PORT.matcher(address);
    if (withPort.matches()) {
      return withPort.group(1);
    }
    if (!SIX.matcher(address).matches()) {
      return address;
    }
    try {
      // of these signs alone, with a colon, it is never looked up
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == 4
          ? InetAddress.getByAddress(bytes).getHostAddress()
          : HexFormat.of().formatHex(Arrays.copyOf(bytes, HOUSEHOLD));
    } catch (UnknownHostException noAddress) {
      return address;
    }
  }
}
