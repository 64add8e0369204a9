package org.passerelle.partner.nodes.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.passerelle.gate.Network;
import org.passerelle.gate.NodeDoor;
import org.passerelle.partner.nodes.carriage.EnvelopeDoor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects strangers who exceed the rate at the endpoint for nodes, before any other processing. The
 * connection is kept open: a new one would cost more than the answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NodeDoorPace extends OncePerRequestFilter {
  private final EnvelopeDoor door;

  NodeDoorPace(EnvelopeDoor door) {
    this.door = door;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !NodeDoor.is(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (door.admits(Network.of(request.getRemoteAddr()))) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
  }
}
