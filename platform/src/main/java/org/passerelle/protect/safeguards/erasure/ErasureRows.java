package org.passerelle.protect.safeguards.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.sharing.consent.Disclosures;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the record of an erasure: that it was done, and who had received what. */
@Component
class ErasureRows {
  private static final String NEWEST =
      """
       (select id from erasure where organisation = :organisation order by at desc, id limit :most)
      """;

  private final JdbcClient db;
  private final Disclosures disclosures;

  ErasureRows(JdbcClient db, Disclosures disclosures) {
    this.db = db;
    this.disclosures = disclosures;
  }

  void remember(UUID id, List<UUID> cases) {
    db.sql(
            """
            insert into erasure_case (erasure, case_id, code)
            select :id, c.id, c.code from case_outline c where c.id in (:cases)
            """)
        .param("id", id)
        .param("cases", cases)
        .update();
    Map<Received, List<Disclosures.Disclosure>> received = new LinkedHashMap<>();
    disclosures
        .delivered(cases)
        .forEach(
            one ->
                received
                    .computeIfAbsent(
                        new Received(one.referral(), one.recipient()), r -> new ArrayList<>())
                    .add(one));
    received.forEach((to, all) -> remember(id, to, all));
  }

  private record Received(UUID referral, UUID recipient) {}

  /** One line for all that a recipient has by a referral: and when first. */
  private void remember(UUID id, Received to, List<Disclosures.Disclosure> all) {
    db.sql(
            """
            insert into erasure_recipient
              (erasure, referral, recipient, basis_kind, purpose, fields, disclosed_at)
            values (:id, :referral, :recipient, :kind, :purpose, :fields, :at)
            """)
        .param("id", id)
        .param("referral", to.referral)
        .param("recipient", to.recipient)
        .param("kind", greatest(all, Disclosures.Disclosure::basisKind))
        .param("purpose", greatest(all, Disclosures.Disclosure::purpose))
        .param(
            "fields",
            all.stream()
                .flatMap(one -> one.fields().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(",")))
        .param("at", Columns.at(all.get(0).at()))
        .update();
  }

  private static String greatest(
      List<Disclosures.Disclosure> all, Function<Disclosures.Disclosure, String> of) {
    return all.stream().map(of).max(Comparator.naturalOrder()).orElseThrow();
  }

  List<Erasures.Erasure> list(SignedIn who, int most) {
    Map<UUID, List<String>> codes = codes(who, most);
    Map<UUID, List<Erasures.Recipient>> recipients = recipients(who, most);
    return db.sql(
            "select * from erasure where organisation = :organisation order by at desc, id limit :most")
        .param("organisation", who.organisation())
        .param("most", most)
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Erasures.Erasure(
                  id,
                  codes.getOrDefault(id, List.of()),
                  row.getString("reason"),
                  row.getObject("asked_by", UUID.class),
                  row.getObject("decided_by", UUID.class),
                  Columns.instant(row, "at"),
                  recipients.getOrDefault(id, List.of()));
            })
        .list();
  }

  private Map<UUID, List<String>> codes(SignedIn who, int most) {
    Map<UUID, List<String>> all = new HashMap<>();
    db.sql("select erasure, code from erasure_case where erasure in" + NEWEST + " order by code")
        .param("organisation", who.organisation())
        .param("most", most)
        .query(
            row -> {
              all.computeIfAbsent(row.getObject("erasure", UUID.class), e -> new ArrayList<>())
                  .add(row.getString("code"));
            });
    return all;
  }

  private Map<UUID, List<Erasures.Recipient>> recipients(SignedIn who, int most) {
    Map<UUID, List<Erasures.Recipient>> all = new HashMap<>();
    db.sql("select * from erasure_recipient where erasure in" + NEWEST + " order by disclosed_at")
        .param("organisation", who.organisation())
        .param("most", most)
        .query(
            row -> {
              all.computeIfAbsent(row.getObject("erasure", UUID.class), e -> new ArrayList<>())
                  .add(recipient(row));
            });
    return all;
  }

  List<Erasures.Recipient> recipients(UUID id) {
    return db.sql("select * from erasure_recipient where erasure = :id order by disclosed_at")
        .param("id", id)
        .query((row, i) -> recipient(row))
        .list();
  }

  private static Erasures.Recipient recipient(ResultSet row) throws SQLException {
    return new Erasures.Recipient(
        row.getObject("referral", UUID.class),
        row.getObject("recipient", UUID.class),
        row.getString("basis_kind"),
        row.getString("purpose"),
        List.of(row.getString("fields").split(",", -1)),
        Columns.instant(row, "disclosed_at"),
        Optional.ofNullable(row.getObject("acknowledged_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant)
            .orElse(null));
  }
}
