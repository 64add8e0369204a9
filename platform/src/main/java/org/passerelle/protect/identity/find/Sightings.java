package org.passerelle.protect.identity.find;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.PartialDate;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.Encoding;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.encoding.EncodingKey;
import org.passerelle.protect.casework.cases.relations.SamePersons;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.Persons;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.KeyedMarks;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which organisations of the node saw the same person, for counting: identities are decrypted,
 * encoded and discarded at once; names, cases and identifiers do not leave this class. Each
 * organisation whose files are decrypted finds that in its log. Restricted and erased persons are
 * left out.
 */
@Service
public class Sightings {
  /** Maximum number of records compared at once. */
  public static final int MOST = 200_000;

  private static final String PURPOSE = "sightings";
  private static final int KEY_BYTES = 32;
  private static final Map<String, AttributeKind> COLUMNS =
      Map.of(
          "record", AttributeKind.IGNORED,
          "name", AttributeKind.FULL_NAME,
          "birth", AttributeKind.BIRTH_DATE,
          "sex", AttributeKind.SEX,
          "nationality", AttributeKind.NATIONALITY);
  private final JdbcClient db;
  private final SamePersons same;
  private final SealedJson sealed;
  private final KeyedMarks marks;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  Sightings(
      JdbcClient db,
      SamePersons same,
      SealedJson sealed,
      KeyedMarks marks,
      AuditLog audit,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.same = same;
    this.sealed = sealed;
    this.marks = marks;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  private record Row(
      UUID id,
      UUID organisation,
      byte[] identity,
      @Nullable String gender,
      @Nullable String nationality) {}

  /**
   * Encodes the persons in a scope. The key is derived for this purpose and the requesting
   * organisation, and stored nowhere.
   *
   * @param study study named in the log entries
   * @param told receives the number of records encoded so far
   * @throws Refused if there are too few or too many records to compare
   */
  public EncodedSightings encode(SightingScope scope, UUID study, SignedIn who, IntConsumer told) {
    List<Row> rows = rows(scope);
    if (rows.size() < 2) {
      throw new Refused("estimation.refused.none");
    }
    if (rows.size() > MOST) {
      throw new Refused("estimation.refused.many", MOST);
    }
    // log entries of all organisations come before any identity is decrypted
    transaction.executeWithoutResult(status -> log(rows, study, who));
    String plain = plain(rows, told);
    return new EncodedSightings(
        encoded(plain, who), rows.stream().map(Row::organisation).toList(), stated(rows));
  }

  private List<Row> rows(SightingScope scope) {
    return db.sql(
            """
            select p.id, p.organisation, p.identity, p.gender,
                   (select string_agg(n.country, ';' order by n.country) from person_nationality_outline n where n.person = p.id) as nationality
              from person_outline p
             where p.state = 'active' and p.identity is not null
               and exists (
                 select 1 from case_outline c
                  where c.person = p.id and c.first_contact >= :from and c.first_contact <= :until
                    and (:anyCountry or c.country in (:countries)) and (:anyForm or c.form in (:forms))
                    and ((not :decided and c.state <> 'refused')
                         or exists (select 1 from case_decision_outline d
                                     where d.case_id = c.id and d.kind in ('presumed', 'identified')
                                       and not exists (select 1 from case_decision_outline r
                                                        where r.case_id = c.id and r.kind = 'refused' and r.decided_on >= d.decided_on))))
             order by p.id
            """)
        .param("from", scope.from())
        .param("until", scope.until())
        .param("anyCountry", scope.countries().isEmpty())
        .param("countries", scope.countries().isEmpty() ? List.of("") : scope.countries())
        .param("anyForm", scope.forms().isEmpty())
        .param("forms", scope.forms().isEmpty() ? List.of("") : scope.forms())
        .param("decided", scope.decided())
        .query(
            (row, i) ->
                new Row(
                    row.getObject("id", UUID.class),
                    row.getObject("organisation", UUID.class),
                    row.getBytes("identity"),
                    row.getString("gender"),
                    row.getString("nationality")))
        .list();
  }

  private void log(List<Row> rows, UUID study, SignedIn who) {
    rows.stream()
        .map(Row::organisation)
        .distinct()
        .sorted()
        .forEach(
            organisation ->
                audit.writeByHouse(
                    organisation,
                    "identities.encoded",
                    "study",
                    study,
                    Map.of("by", who.user().toString(), "for", who.organisation().toString())));
  }

  private String plain(List<Row> rows, IntConsumer told) {
    StringWriter out = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.DEFAULT)) {
      csv.printRecord("record", "name", "birth", "sex", "nationality");
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        csv.print(i);
        print(row, csv);
        csv.print(row.gender());
        csv.print(row.nationality());
        csv.println();
        told.accept(i + 1);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private void print(Row row, CSVPrinter csv) throws IOException {
    try {
      Identity identity = sealed.open(row.id(), Persons.IDENTITY, row.identity(), Identity.class);
      csv.print(identity.names().isEmpty() ? "" : identity.names().get(0).text());
      csv.print(birth(identity.birth()));
    } catch (Vault.KeyDestroyed erasedMeanwhile) {
      csv.print("");
      csv.print("");
    }
  }

  /** Only the certain part: a date, a month, a year, or nothing. */
  private static String birth(String edtf) {
    if (edtf.isBlank()) {
      return "";
    }
    PartialDate date = PartialDate.parse(edtf);
    LocalDate from = date.earliest();
    LocalDate to = date.latest();
    if (from == null || to == null || from.getYear() != to.getYear()) {
      return "";
    }
    if (!date.isDoubtful() && from.getMonth() == to.getMonth()) {
      return from.equals(to) ? from.toString() : YearMonth.from(from).toString();
    }
    return Integer.toString(from.getYear());
  }

  private String encoded(String plain, SignedIn who) {
    EncodingKey key =
        EncodingKey.of(
            marks
                .mark(who.organisation(), PURPOSE, "key", KEY_BYTES)
                .getBytes(StandardCharsets.US_ASCII));
    StringWriter out = new StringWriter();
    try {
      PersonTable list = PersonTable.read(new StringReader(plain), PURPOSE, "record");
      new Encoding(list, COLUMNS, Set.of()).writeByAttribute(key, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** Statements by caseworkers that were not revoked. */
  private List<EncodedSightings.Pair> stated(List<Row> rows) {
    Map<UUID, Integer> places = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      places.put(rows.get(i).id(), i);
    }
    List<EncodedSightings.Pair> pairs = new ArrayList<>();
    for (SamePersons.Pair one : same.stated()) {
      Integer person = places.get(one.person());
      Integer other = places.get(one.other());
      if (person != null && other != null) {
        pairs.add(new EncodedSightings.Pair(person, other));
      }
    }
    return pairs;
  }
}
