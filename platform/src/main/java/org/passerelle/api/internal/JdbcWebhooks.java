package org.passerelle.api.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.api.Webhooks;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.sharing.referral.received.ReferralArrived;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.NamedLock;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Webhooks and their waiting notifications; a notification is stored in the transaction of the
 * event.
 */
@Service
class JdbcWebhooks implements Webhooks {
  private static final int MOST = 10;
  private static final int LATEST = 5;
  private final JdbcClient db;
  private final WebhookSecrets secrets;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Targets targets;
  private final WebhookSender sender;
  private final NamedLock lock;
  private final Clock clock;

  JdbcWebhooks(
      JdbcClient db,
      WebhookSecrets secrets,
      AuditLog audit,
      Identifiers identifiers,
      Targets targets,
      WebhookSender sender,
      NamedLock lock,
      Clock clock) {
    this.db = db;
    this.secrets = secrets;
    this.audit = audit;
    this.identifiers = identifiers;
    this.targets = targets;
    this.sender = sender;
    this.lock = lock;
    this.clock = clock;
  }

  @Override
  @Transactional
  public String add(SignedIn who, String url, List<String> events) {
    targets.check(url);
    lock.acquire("webhooks " + who.organisation());
    if (of(who.organisation()).size() >= MOST) {
      throw new Refused("api.refused.many", MOST);
    }
    WebhookSecrets.Made secret = secrets.make(who.organisation());
    UUID id = identifiers.next();
    db.sql(
            """
            insert into webhook (id, organisation, url, events, secret, made_by, made)
            values (:id, :organisation, :url, :events, :secret, :user, :now)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("url", url)
        .param("events", String.join(" ", events))
        .param("secret", secret.sealed())
        .param("user", who.user())
        .param("now", Columns.now(clock))
        .update();
    audit.write(who, "webhook.made", "webhook", id, Map.of("events", String.join(",", events)));
    return secret.shownOnce();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Webhook> of(UUID organisation) {
    Map<UUID, List<Delivery>> latest = latest(organisation);
    return db.sql(
            "select * from webhook where organisation = :organisation and ended is null order by made, id")
        .param("organisation", organisation)
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Webhook(
                  id,
                  row.getString("url"),
                  Arrays.asList(row.getString("events").split(" ", -1)),
                  Columns.instant(row, "made"),
                  latest.getOrDefault(id, List.of()));
            })
        .list();
  }

  private Map<UUID, List<Delivery>> latest(UUID organisation) {
    Map<UUID, List<Delivery>> all = new HashMap<>();
    db.sql(
            """
            select webhook, event, at, state, attempts, problem
              from (select d.webhook, d.event, d.at, d.state, d.attempts, d.problem,
                           row_number() over (partition by d.webhook order by d.at desc, d.id) as place
                      from webhook_delivery d join webhook w on w.id = d.webhook
                     where w.organisation = :organisation and w.ended is null) newest
             where place <= :most order by webhook, place
            """)
        .param("organisation", organisation)
        .param("most", LATEST)
        .query(
            row -> {
              all.computeIfAbsent(row.getObject("webhook", UUID.class), w -> new ArrayList<>())
                  .add(
                      new Delivery(
                          row.getString("event"),
                          Columns.instant(row, "at"),
                          row.getString("state"),
                          row.getInt("attempts"),
                          row.getString("problem")));
            });
    return all;
  }

  @Override
  @Transactional
  public void end(SignedIn who, UUID webhook) {
    int ended =
        db.sql(
                """
                update webhook set ended = :now
                 where id = :id and organisation = :organisation and ended is null
                """)
            .param("now", Columns.now(clock))
            .param("id", webhook)
            .param("organisation", who.organisation())
            .update();
    if (ended > 0) {
      db.sql(
              """
              update webhook_delivery set state = 'given_up', ended_at = :now
               where webhook = :id and state = 'waiting'
              """)
          .param("now", Columns.now(clock))
          .param("id", webhook)
          .update();
      audit.write(who, "webhook.ended", "webhook", webhook, Map.of());
    }
  }

  @Override
  public void deliverDue() {
    sender.deliverDue();
  }

  @EventListener
  void on(CaseJournal.Happened happened) {
    if (EVENTS.contains(happened.kind()) && any()) {
      UUID organisation = happened.organisation();
      put(
          organisation == null ? organisationOf(happened.caseId()) : organisation,
          happened.kind(),
          "case",
          happened.caseId());
    }
  }

  @EventListener
  void on(ReferralArrived arrived) {
    if (any()) {
      put(arrived.recipient(), "referral.received", "referral", arrived.dossier().referral());
    }
  }

  private boolean any() {
    return db.sql("select count(*) from webhook where ended is null").query(Integer.class).single()
        > 0;
  }

  private @Nullable UUID organisationOf(UUID caseId) {
    return db.sql("select organisation from case_outline where id = :id")
        .param("id", caseId)
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  private void put(@Nullable UUID organisation, String event, String kind, UUID subject) {
    if (organisation == null) {
      return;
    }
    for (Webhook webhook : of(organisation)) {
      if (webhook.events().contains(event)) {
        db.sql(
                """
                insert into webhook_delivery
                  (id, webhook, event, subject_kind, subject, at, state, attempts, next_attempt_at)
                values (:id, :webhook, :event, :kind, :subject, :now, 'waiting', 0, :now)
                """)
            .param("id", identifiers.next())
            .param("webhook", webhook.id())
            .param("event", event)
            .param("kind", kind)
            .param("subject", subject)
            .param("now", Columns.now(clock))
            .update();
      }
    }
  }
}
