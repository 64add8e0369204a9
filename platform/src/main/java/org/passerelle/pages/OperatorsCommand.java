package org.passerelle.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.passerelle.refusal.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Guards the addresses below {@code /house/} that the operator's commands use while the server runs
 * and holds the database. Only this machine may call them, with the secret that the server wrote
 * into its data folder (header {@value #HEADER}); for anybody else the address does not exist.
 */
@Component
public class OperatorsCommand {
  /** Header with the secret. */
  public static final String HEADER = "Passerelle-Control";

  private final String token;

  OperatorsCommand(@Value("${passerelle.control-token:}") String token) {
    this.token = token;
  }

  /**
   * Admits the operator's command.
   *
   * @throws NotFound for any other caller
   */
  public void check(HttpServletRequest request) {
    String given = request.getHeader(HEADER);
    if (given == null || token.isEmpty() || !same(given, token) || !isHere(request)) {
      throw new NotFound();
    }
  }

  /** The same for a command's request for a page. */
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
