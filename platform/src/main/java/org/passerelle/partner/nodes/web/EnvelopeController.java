package org.passerelle.partner.nodes.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.passerelle.access.OpenToAll;
import org.passerelle.gate.Network;
import org.passerelle.gate.NodeDoor;
import org.passerelle.partner.nodes.carriage.EnvelopeDoor;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint for envelopes of other nodes. The sender is authenticated by the envelope itself. */
@RestController
@OpenToAll
class EnvelopeController {
  private static final MediaType TYPE = MediaType.parseMediaType(NodeDoor.TYPE);
  private final EnvelopeDoor door;

  EnvelopeController(EnvelopeDoor door) {
    this.door = door;
  }

  @PostMapping(path = NodeDoor.PATH, consumes = NodeDoor.TYPE)
  ResponseEntity<byte[]> bring(HttpServletRequest request) throws IOException {
    // another spelling of this address has bypassed the filters in front of it
    if (!NodeDoor.is(request)) {
      return ResponseEntity.notFound().build();
    }
    byte[] body;
    try (InputStream in = request.getInputStream()) {
      body = in.readNBytes((int) NodeDoor.MOST + 1);
    }
    if (body.length > NodeDoor.MOST) {
      return ResponseEntity.status(413).build();
    }
    EnvelopeDoor.Answer answer =
        door.bring(
            new String(body, StandardCharsets.US_ASCII),
            Network.of(request.getRemoteAddr()),
            ShownCertificate.of(request));
    ResponseEntity.BodyBuilder made =
        ResponseEntity.status(answer.status()).cacheControl(CacheControl.noStore());
    return answer
        .receipt()
        .map(r -> made.contentType(TYPE).body(r.getBytes(StandardCharsets.US_ASCII)))
        .orElseGet(() -> made.build());
  }
}
