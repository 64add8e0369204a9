package org.passerelle.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Guards the addresses below {@code /house/} that the operator's commands ask while the house runs
 * and holds the database. Only this machine may ask, with the secret that the server wrote into its
 * data folder (header {@value #HEADER}); to anybody else the address does not exist.
 */
@Component
public class OperatorsCommand {
  /** Where the secret stands in a request. */
  public static final String HEADER = "Passerelle-Control";

  private final String token;

  OperatorsCommand(@Value("${passerelle.control-token:}") String token) {
    this.token = token;
  }

  /**
   * Lets the operator's command pass.
   *
   * @throws NotFound if it is anybody else
   */
  public void check(HttpServletRequest request) {
    String given = request.getHeader(HEADER);
    if (given == null || token.isEmpty() || !same(given, token) || !isHere(request)) {
      throw new NotFound();
    }
  }

  /** The same for what the command asks of a page. */
  public void check(Act act) {
    check(act.request());
  }

  private static boolean same(String given, String token) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isHere(HttpServletRequest request) {
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
