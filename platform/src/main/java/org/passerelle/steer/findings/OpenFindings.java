package org.passerelle.steer.findings;

import java.util.List;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.ReleaseObstacles;
import org.springframework.stereotype.Component;

/** Prevents the release of a letter while a finding is unanswered. */
@Component
class OpenFindings implements ReleaseObstacles {
  private final Findings findings;

  OpenFindings(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Obstacle> of(Facts facts, Entry letter) {
    return findings.unresolved().stream()
        .map(
            finding ->
                new Obstacle(
                    "findings.obstacle",
                    List.of(finding.sides().get(0).entry().name()),
                    "/steer/findings#f-" + finding.key()))
        .toList();
  }
}
