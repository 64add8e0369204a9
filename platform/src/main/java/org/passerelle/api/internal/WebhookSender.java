package org.passerelle.api.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.passerelle.gate.Backoff;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends notifications according to Standard Webhooks: identifier, time and an HMAC-SHA-256 over
 * both and the body. A silent target is waited for ten seconds and retried after a minute, two,
 * four … for three days; it occupies no thread that serves users, and does not delay other targets.
 */
@Component
class WebhookSender {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration GIVE_UP = Duration.ofDays(3);
  private static final Backoff PAUSE = new Backoff(Duration.ofMinutes(1), Duration.ofHours(6));
  private static final int AT_ONCE = 50;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JdbcClient db;
  private final WebhookSecrets secrets;
  private final Targets targets;
  private final Clock clock;
  private final AtomicBoolean sending = new AtomicBoolean();
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  WebhookSender(JdbcClient db, WebhookSecrets secrets, Targets targets, Clock clock) {
    this.db = db;
    this.secrets = secrets;
    this.targets = targets;
    this.clock = clock;
  }

  /** Runs on a thread of its own, so that a silent target delays no other schedule. */
  @Scheduled(
      initialDelayString = "${schedule.api.webhooks.after}",
      fixedDelayString = "${schedule.api.webhooks.every}")
  void whenDue() {
    if (sending.compareAndSet(false, true)) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  deliverDue();
                } catch (RuntimeException e) {
                  LOG.warn("Webhooks are paused until the next round.", e);
                } finally {
                  sending.set(false);
                }
              },
              "webhooks");
      thread.setDaemon(true);
      thread.start();
    }
  }

  void deliverDue() {
    due().stream().filter(this::claimed).forEach(this::attempt);
  }

  private List<Due> due() {
    return db.sql(
            """
            select d.id, d.event, d.subject_kind, d.subject, d.at, d.attempts, w.id as webhook, w.url, w.secret, w.organisation
              from webhook_delivery d join webhook w on w.id = d.webhook
             where d.state = 'waiting' and d.next_attempt_at <= :now and w.ended is null
             order by d.attempts, d.at, d.id limit :most
            """)
        .param("now", Columns.now(clock))
        .param("most", AT_ONCE)
        .query(WebhookSender::read)
        .list();
  }

  /** Claims a notification for one attempt; if the process is killed, the next round takes it. */
  private boolean claimed(Due due) {
    return db.sql(
                """
                update webhook_delivery set next_attempt_at = :later
                 where id = :id and state = 'waiting' and next_attempt_at <= :now
                """)
            .param("later", Columns.now(clock).plus(PATIENCE.multipliedBy(3)))
            .param("now", Columns.now(clock))
            .param("id", due.id)
            .update()
        > 0;
  }

  private void attempt(Due due) {
    String problem;
    try {
      URI target = targets.check(due.url);
      HttpResponse<Void> answer =
          client.send(request(due, target), HttpResponse.BodyHandlers.discarding());
      if (answer.statusCode() / 100 == 2) {
        end(due, "delivered", null);
        return;
      }
      problem = "HTTP " + answer.statusCode();
    } catch (Refused e) {
      problem = "address not allowed";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    } catch (IOException | RuntimeException e) {
      // any failure counts as an attempt: the next one is delayed longer, and the last one ends it
      problem = e.getClass().getSimpleName();
    }
    if (due.at.plus(GIVE_UP).isBefore(clock.instant())) {
      end(due, "given_up", problem);
    } else {
      postpone(due, problem);
    }
  }

  private HttpRequest request(Due due, URI target) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("id", due.id.toString());
    event.put("type", due.event);
    event.put("timestamp", due.at.toString());
    event.put("data", Map.of(due.kind, due.subject.toString()));
    String body = JSON.writeValueAsString(event);
    long moment = clock.instant().getEpochSecond();
    return HttpRequest.newBuilder(target)
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("webhook-id", due.id.toString())
        .header("webhook-timestamp", Long.toString(moment))
        .header("webhook-signature", "v1," + signature(due, moment, body))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private String signature(Due due, long moment, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secrets.open(due.organisation, due.secret), "HmacSHA256"));
      byte[] signed =
          mac.doFinal((due.id + "." + moment + "." + body).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void end(Due due, String state, @Nullable String problem) {
    db.sql(
            """
            update webhook_delivery
               set state = :state, attempts = attempts + 1, ended_at = :now, problem = :problem
             where id = :id
            """)
        .param("state", state)
        .param("now", Columns.now(clock))
        .param("problem", problem)
        .param("id", due.id)
        .update();
  }

  private void postpone(Due due, String problem) {
    Instant next = clock.instant().plus(PAUSE.after(due.attempts + 1));
    db.sql(
            """
            update webhook_delivery
               set attempts = attempts + 1, next_attempt_at = :next, problem = :problem
             where id = :id
            """)
        .param("next", Columns.at(next))
        .param("problem", problem)
        .param("id", due.id)
        .update();
    // delay everything else for this target, too
    db.sql(
            """
            update webhook_delivery set next_attempt_at = :next
             where webhook = :webhook and state = 'waiting' and next_attempt_at < :next
            """)
        .param("next", Columns.at(next))
        .param("webhook", due.webhook)
        .update();
  }

  private static Due read(ResultSet row, int number) throws SQLException {
    return new Due(
        row.getObject("id", UUID.class),
        row.getObject("webhook", UUID.class),
        row.getString("event"),
        row.getString("subject_kind"),
        row.getObject("subject", UUID.class),
        Columns.instant(row, "at"),
        row.getInt("attempts"),
        row.getString("url"),
        row.getBytes("secret"),
        row.getObject("organisation", UUID.class));
  }

  private record Due(
      UUID id,
      UUID webhook,
      String event,
      String kind,
      UUID subject,
      Instant at,
      int attempts,
      String url,
      byte[] secret,
      UUID organisation) {}
}
