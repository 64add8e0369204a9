package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.passerelle.access.OpenToAll;
import org.passerelle.house.warming.Warming;
import org.passerelle.pages.OperatorsCommand;
import org.passerelle.storage.CompiledCode;
import org.passerelle.storage.Pulse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Health check: reports whether the database accepts writes and, right after a start, that the
 * warm-up is running; nothing more. The operator, who sends the secret from the data folder, gets a
 * second line: the usage of the code cache.
 */
@RestController
@OpenToAll
class Health {
  private final Pulse pulse;
  private final CompiledCode code;
  private final OperatorsCommand operator;
  private final Warming warming;

  Health(Pulse pulse, CompiledCode code, OperatorsCommand operator, Warming warming) {
    this.pulse = pulse;
    this.code = code;
    this.warming = warming;
    this.operator = operator;
  }

  @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> health(HttpServletRequest request) {
    String more = "";
    if (request.getHeader(OperatorsCommand.HEADER) != null) {
      operator.check(request);
      more = "\n" + code.said() + "\n";
    }
    if (pulse.beats() && !warming.isUnderWay()) {
      return ResponseEntity.ok("up" + more);
    }
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .body((pulse.beats() ? "warming" : "down") + more);
  }
}
