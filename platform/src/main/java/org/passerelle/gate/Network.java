package org.passerelle.gate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The network of a client, as far as one household can choose its address. */
public final class Network {
  private static final int HOUSEHOLD = 8;
  private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?");

  /** Some proxies append the port, which differs for each connection. */
  private static final Pattern WITH_PORT =
      Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3}):[0-9]+");

  private Network() {}

  /**
   * For IPv6 the 64-bit prefix given to a household, which may use any address in it; for IPv4 the
   * address itself.
   *
   * @param address address of the client as named by the container or the trusted proxy
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
      // it consists of these characters only, with a colon, so it is never resolved
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == 4
          ? InetAddress.getByAddress(bytes).getHostAddress()
          : HexFormat.of().formatHex(Arrays.copyOf(bytes, HOUSEHOLD));
    } catch (UnknownHostException noAddress) {
      return address;
    }
  }
}
