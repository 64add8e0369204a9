package org.passerelle.prosecute.charge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Mentions;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Charges on the page of their offence, for those on whose teams the reader is. An offence stays in
 * the register as long as any charge names it, withdrawn ones included: a file that is opened years
 * later has to say what somebody was accused of.
 */
@Component
class ChargeMentions implements Mentions {
  private final JdbcClient db;
  private final Investigations investigations;

  ChargeMentions(JdbcClient db, Investigations investigations) {
    this.db = db;
    this.investigations = investigations;
  }

  @Override
  public List<Mention> of(Entry entry, SignedIn who, Page page) {
    if (!isOffence(entry) || !who.is(Investigators.ROLES.toArray(Role[]::new))) {
      return List.of();
    }
    Map<UUID, String> numbers = investigations.numbers(true, who);
    return db.sql(
            """
            select id, investigation, state from charge
             where offence = :offence and investigation = any(cast(:ids as uuid array))
             order by at, id limit 200
            """)
        .param("offence", entry.id())
        .param("ids", UuidArray.of(numbers.keySet()))
        .query(
            (row, i) -> {
              UUID investigation = row.getObject("investigation", UUID.class);
              return new Mention(
                  page.text("charge.part"),
                  numbers.getOrDefault(investigation, "")
                      + ", "
                      + page.text("charge.state." + row.getString("state")),
                  "/prosecute/investigations/"
                      + investigation
                      + "/charges/"
                      + row.getObject("id", UUID.class));
            })
        .list();
  }

  @Override
  public Optional<String> keeps(Entry entry, Facts facts) {
    return isOffence(entry) && named(entry.id())
        ? Optional.of("charge.refused.offence-used")
        : Optional.empty();
  }

  private static boolean isOffence(Entry entry) {
    return entry.kind().id().equals(Offences.KIND);
  }

  private boolean named(String offence) {
    return db.sql("select count(*) from charge where offence = :offence")
            .param("offence", offence)
            .query(Integer.class)
            .single()
        > 0;
  }
}
