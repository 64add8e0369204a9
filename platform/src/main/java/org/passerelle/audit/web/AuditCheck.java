package org.passerelle.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import org.passerelle.access.OpenToAll;
import org.passerelle.audit.AuditReader;
import org.passerelle.audit.ChainWalk;
import org.passerelle.pages.OperatorsCommand;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Walks the chain for {@code passerelle verify-audit} while the house is running and holds the
 * database.
 */
@RestController
@OpenToAll
class AuditCheck {
  private final AuditReader reader;
  private final OperatorsCommand operator;

  AuditCheck(AuditReader reader, OperatorsCommand operator) {
    this.reader = reader;
    this.operator = operator;
  }

  @GetMapping(path = "/house/verify-audit", produces = MediaType.TEXT_PLAIN_VALUE)
  String verify(HttpServletRequest request) {
    operator.check(request);
    ChainWalk.Result result = reader.walk();
    return result.entries()
        + "\n"
        + result
            .broken()
            .map(b -> b.number() + "\n" + b.expected() + "\n" + b.found() + "\n")
            .orElse("");
  }
}
