package org.passerelle.house.accounts;

import org.passerelle.access.OpenToAll;
import org.passerelle.storage.Pulse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a watcher whether the house can save what people enter; nothing more. */
@RestController
@OpenToAll
class Health {
  private final Pulse pulse;

  Health(Pulse pulse) {
    this.pulse = pulse;
  }

  @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> health() {
    return pulse.beats()
        ? ResponseEntity.ok("up")
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("down");
  }
}
