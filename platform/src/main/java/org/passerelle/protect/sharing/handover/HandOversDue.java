package org.passerelle.protect.sharing.handover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.accounts.Addressees;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.protect.casework.cases.due.DueSource;
import org.passerelle.protect.sharing.referral.ReferralsOfCases;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Due dates of hand-overs that wait for another country, for the lead of the case. */
@Component
class HandOversDue implements DueSource {
  private static final String KIND = "hand_over";
  private final JdbcClient db;
  private final HandOverRows rows;
  private final ReferralsOfCases referrals;
  private final Addressees organisations;

  HandOversDue(
      JdbcClient db, HandOverRows rows, ReferralsOfCases referrals, Addressees organisations) {
    this.db = db;
    this.referrals = referrals;
    this.rows = rows;
    this.organisations = organisations;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String group() {
    return "referrals";
  }

  @Override
  public List<Due> of(Collection<UUID> cases) {
    List<HandOverRows.Side> open = open(referrals.sent(cases));
    if (open.isEmpty()) {
      return List.of();
    }
    Map<UUID, UUID> leads = leads(cases);
    List<Due> found = new ArrayList<>();
    for (HandOver one : rows.load(open)) {
      Instant due = one.due();
      UUID caseId = one.caseId();
      if (due != null && caseId != null) {
        found.add(
            Due.at(
                caseId,
                KIND,
                one.id(),
                (one.acknowledgedAt() == null ? "silent " : "unanswered ") + one.other(),
                due,
                leads.get(caseId)));
      }
    }
    return found;
  }

  private List<HandOverRows.Side> open(List<UUID> sent) {
    return sent.isEmpty()
        ? List.of()
        : db.sql(
                """
                select id, organisation from hand_over
                 where id = any(cast(:ids as uuid array)) and sends and closed_at is null
                """)
            .param("ids", UuidArray.of(sent))
            .query(HandOverRows.Side.class)
            .list();
  }

  private Map<UUID, UUID> leads(Collection<UUID> cases) {
    Map<UUID, UUID> leads = new HashMap<>();
    db.sql("select id, lead_user from case_outline where id = any(cast(:ids as uuid array))")
        .param("ids", UuidArray.of(cases))
        .query(
            row -> {
              leads.put(row.getObject("id", UUID.class), row.getObject("lead_user", UUID.class));
            });
    return leads;
  }

  @Override
  public String words(Due due, Texts texts) {
    String[] said = due.detail().split(" ", 2);
    return texts.text(
        "due.hand_over." + said[0], organisations.name(UUID.fromString(said[1]), texts.language()));
  }

  @Override
  public String outside(Due due, Texts texts) {
    return texts.text("due.hand_over.outside");
  }

  @Override
  public String path(Due due) {
    return "/protect/handovers/" + due.subject();
  }

  @Override
  public String action() {
    return "home.see";
  }

  /** The Today page has a fuller notice with whom to call and what follows the answer. */
  @Override
  public boolean onFirstPage() {
    return false;
  }
}
