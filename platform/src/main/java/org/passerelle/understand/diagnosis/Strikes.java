package org.passerelle.understand.diagnosis;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Strikes words out of a stored transcript. Every letter becomes a block, so that codings and
 * statements keep their places; what was struck out is stored nowhere. Safe for concurrent use.
 */
@Service
public class Strikes {
  private final JdbcClient db;
  private final Interviews interviews;
  private final Vault vault;
  private final AuditLog audit;

  Strikes(JdbcClient db, Interviews interviews, Vault vault, AuditLog audit) {
    this.db = db;
    this.interviews = interviews;
    this.vault = vault;
    this.audit = audit;
  }

  /**
   * Strikes words out wherever they stand.
   *
   * @throws Refused if none of them stands there, or consent was withdrawn
   */
  @Transactional
  public void strike(UUID id, Collection<String> words, SignedIn who) {
    // of two at once the second reads what the first left
    db.sql("select id from interview where id = :id for update")
        .param("id", id)
        .query(UUID.class)
        .optional();
    Interviews.Opened opened = interviews.read(id, who);
    String left = Suspects.struck(opened.transcript(), words);
    if (left.equals(opened.transcript())) {
      throw new Refused("interview.strike.none").at("also");
    }
    int changed =
        db.sql(
                """
                update interview set transcript = :text
                where id = :id and transcript is not null and withdrawn_at is null""")
            .param("text", vault.seal(id, Interviews.TRANSCRIPT, left))
            .param("id", id)
            .update();
    if (changed == 0) {
      throw new Refused("diagnosis.refused.withdrawn");
    }
    audit.write(
        who,
        "interview.struck",
        "diagnosis",
        opened.interview().diagnosis(),
        Map.of("interview", id.toString()));
  }
}
