package org.passerelle.protect.identity.elsewhere;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.received.CaseRecognition;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;
import org.passerelle.storage.Columns;
import org.springframework.stereotype.Component;

/**
 * Recognises the case of a received dossier by an earlier question: whoever asks for a person and
 * finds them usually sends a dossier next.
 */
@Component
class KnownByQuestion implements CaseRecognition {
  private static final Duration LATELY = Duration.ofDays(180);
  private final CaseSight sight;
  private final Clock clock;

  KnownByQuestion(CaseSight sight, Clock clock) {
    this.sight = sight;
    this.clock = clock;
  }

  @Override
  public List<UUID> of(ReceivedReferral received, Dossier dossier, SignedIn who) {
    return sight
        .sql(
            """
            select c.id from {case c} join known_hit h on h.case_id = c.id
             where h.organisation = :organisation and h.asker = :asker and h.found_at > :since and {seen c}
               and (h.band is null or h.band <> 'none')
             group by c.id order by max(h.found_at) desc, c.id limit 3
            """,
            who)
        .param("asker", received.sender())
        .param("since", Columns.at(clock.instant().minus(LATELY)))
        .query(UUID.class)
        .list();
  }
}
