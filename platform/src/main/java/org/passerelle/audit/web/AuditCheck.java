package org.passerelle.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.OpenToAll;
import org.passerelle.audit.AuditReader;
import org.passerelle.audit.ChainWalk;
import org.passerelle.pages.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Walks the chain for {@code passerelle verify-audit} while the house is running and holds the
 * database. Only this machine may ask, with the secret that the server wrote into its data folder;
 * to anybody else the route does not exist.
 */
@RestController
@OpenToAll
class AuditCheck {
  private final AuditReader reader;
  private final String token;

  AuditCheck(AuditReader reader, @Value("${passerelle.control-token:}") String token) {
    this.reader = reader;
    this.token = token;
  }

  @GetMapping(path = "/house/verify-audit", produces = MediaType.TEXT_PLAIN_VALUE)
  String verify(
      @RequestHeader(name = "Passerelle-Control", required = false) @Nullable String given,
      HttpServletRequest request) {
    if (given == null || token.isEmpty() || !same(given, token) || !isHere(request)) {
      throw new NotFound();
    }
    ChainWalk.Result result = reader.walk();
    return result.entries()
        + "\n"
        + result
            .broken()
            .map(b -> b.number() + "\n" + b.expected() + "\n" + b.found() + "\n")
            .orElse("");
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
