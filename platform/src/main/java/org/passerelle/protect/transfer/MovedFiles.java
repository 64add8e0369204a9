package org.passerelle.protect.transfer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.MovedOrders;
import org.passerelle.protect.cases.MovedCases;
import org.passerelle.protect.person.MovedPersons;
import org.passerelle.storage.Among;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves everything that belongs to a person's cases to another organisation: what would be erased
 * together moves together. Tables that stay are listed in {@link #STAYS}, and a test checks that
 * every table with an organisation and personal data is in one of the two groups.
 */
@Component
class MovedFiles {
  /** Rows moved by case. */
  private static final List<String> OF_CASES =
      List.of(
          "update consent set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update legal_ground set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update referral set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update received_referral set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update known_question set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update known_hit set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update placement_wait set organisation = :to where case_id = any(cast(:ids as uuid array)) and state = 'waiting'",
          "update compensation_claim set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update care_booking set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update guardian_mandate set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update determination set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update durable_solution set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update photograph set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update follow_up set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update person_request set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update emergency_access set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update grid set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update htcds_record set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update phone_record set organisation = :to where case_id = any(cast(:ids as uuid array))");

  /** Rows moved by person, case, screening or dossier. */
  private static final List<String> OF_ALL =
      List.of(
          "update screening set organisation = :to where id = any(cast(:ids as uuid array))",
          "update grid set organisation = :to where screening = any(cast(:ids as uuid array))",
          "update phone_record set organisation = :to where screening = any(cast(:ids as uuid array))",
          """
          update phone_paper set organisation = :to
           where record in (select id from phone_record
                             where case_id = any(cast(:ids as uuid array)) or screening = any(cast(:ids as uuid array)))
          """,
          """
          update reporting_value set organisation = :to
           where submission in (select id from submission
                                 where subject = any(cast(:ids as uuid array)) or sealed_under = any(cast(:ids as uuid array)))
          """,
          """
          update submission set organisation = :to
           where subject = any(cast(:ids as uuid array)) or sealed_under = any(cast(:ids as uuid array))
          """,
          "update retention_review set organisation = :to where subject = any(cast(:ids as uuid array))",
          """
          update same_person set organisation = :to
           where person = any(cast(:ids as uuid array)) and other = any(cast(:ids as uuid array))
          """,
          // unsent drafts of the former team
          """
          delete from kept_form
           where subject = any(cast(:ids as uuid array)) or sealed_under = any(cast(:ids as uuid array))
          """,
          """
          delete from duplicate_reading
           where pair in (select id from possible_duplicate
                           where one = any(cast(:ids as uuid array)) or other = any(cast(:ids as uuid array)))
          """,
          """
          delete from possible_duplicate
           where one = any(cast(:ids as uuid array)) or other = any(cast(:ids as uuid array))
          """);

  /** Rows moved by referral, in either direction; the other side keeps its own copy. */
  private static final List<String> OF_REFERRALS =
      List.of(
          """
          update referral_message set organisation = :to
           where referral = any(cast(:ids as uuid array)) and organisation = :from
          """,
          """
          update onward_permission set organisation = :to
           where (id = any(cast(:ids as uuid array)) or origin_referral = any(cast(:ids as uuid array)))
             and organisation = :from
          """,
          """
          update retained_by_law set organisation = :to
           where referral = any(cast(:ids as uuid array)) and organisation = :from
          """,
          """
          update passed_on set organisation = :to
           where (origin_referral = any(cast(:ids as uuid array)) or onward = any(cast(:ids as uuid array)))
             and organisation = :from
          """,
          """
          update news set organisation = :to
           where subject = any(cast(:ids as uuid array)) and organisation = :from
          """,
          """
          update enclosed_file set organisation = :to
           where referral = any(cast(:ids as uuid array)) and organisation = :from
          """,
          """
          update came_file set organisation = :to
           where referral = any(cast(:ids as uuid array)) and organisation = :from
          """,
          """
          update came_piece set organisation = :to
           where referral = any(cast(:ids as uuid array)) and organisation = :from
          """,
          """
          update duty_call set organisation = :to
           where referral = any(cast(:ids as uuid array)) and organisation = :from
          """,
          // steps refer to a hand-over by both columns
          """
          insert into hand_over
            (id, organisation, other, sends, purpose, returns, minor, acknowledge_by, answer_by, begun_at,
             acknowledged_at, contact, contact_sealed, to_deputy_at, to_country_at, stopped_at, missing_at,
             found_at, on_purpose, outcome, closed_at)
          select id, :to, other, sends, purpose, returns, minor, acknowledge_by, answer_by, begun_at,
                 acknowledged_at, contact, contact_sealed, to_deputy_at, to_country_at, stopped_at, missing_at,
                 found_at, on_purpose, outcome, closed_at
            from hand_over where id = any(cast(:ids as uuid array)) and organisation = :from
          """,
          """
          update hand_over_step set organisation = :to
           where hand_over = any(cast(:ids as uuid array)) and organisation = :from
          """,
          "delete from hand_over where id = any(cast(:ids as uuid array)) and organisation = :from");

  /** Assignments of planned work that pass to the new lead. */
  private static final List<String> TO_LEAD =
      List.of(
          """
          update follow_up set assigned = :lead
           where case_id = any(cast(:ids as uuid array)) and ended_at is null
          """,
          """
          update care_booking set accompanied = :lead
           where case_id = any(cast(:ids as uuid array)) and settled_at is null and accompanied is not null
          """);

  /** Tables with personal data and an organisation that stay, with reasons. */
  static final List<String> STAYS =
      List.of(
          // disclosures were made by the organisation that had the case then
          "disclosure",
          // the placing team keeps the bed: its address must not be revealed to the new
          // organisation
          "stay",
          "place_bed",
          // the desk belongs to the organisation; erasure finds its copy by the case
          "desk_screening",
          "desk_signature",
          // pending exchanges under other identifiers are continued by MovedOrders
          "arriving_dossier",
          "known_asked",
          // recomputed by whichever organisation has the case
          "case_due",
          "possible_duplicate",
          // acts of colleagues, encrypted under the case
          "approval_request",
          "audit_entry",
          "erasure",
          "case_export",
          "import_columns",
          // contains both organisations
          "case_transfer");

  private final JdbcClient db;
  private final MovedCases cases;
  private final MovedPersons persons;
  private final MovedOrders orders;
  private final Vault vault;

  MovedFiles(
      JdbcClient db, MovedCases cases, MovedPersons persons, MovedOrders orders, Vault vault) {
    this.db = db;
    this.cases = cases;
    this.persons = persons;
    this.orders = orders;
    this.vault = vault;
  }

  /** Names of moved tables, for the test. */
  static List<String> moved() {
    return Stream.of(OF_CASES, OF_ALL, OF_REFERRALS)
        .flatMap(List::stream)
        .map(
            sql -> sql.strip().replaceFirst("(?s)^(update|insert into|delete from) (\\w+).*", "$2"))
        .distinct()
        .toList();
  }

  /** The statement that rewrites the rows of a table, for the test. */
  static String copy(String table) {
    return OF_REFERRALS.stream()
        .filter(sql -> sql.strip().startsWith("insert into " + table + "\n"))
        .findFirst()
        .orElseThrow();
  }

  /** Moves everything, within the caller's transaction. */
  void move(Erased whole, UUID to, UUID lead, SignedIn who) {
    UUID from = whole.organisation();
    List<UUID> all = whole.all();
    OF_CASES.forEach(
        sql -> db.sql(sql).param("ids", Among.these(whole.cases())).param("to", to).update());
    OF_ALL.forEach(
        sql -> {
          JdbcClient.StatementSpec statement = db.sql(sql).param("ids", Among.these(all));
          (sql.contains(":to") ? statement.param("to", to) : statement).update();
        });
    OF_REFERRALS.forEach(
        sql -> {
          JdbcClient.StatementSpec statement =
              db.sql(sql).param("ids", Among.these(whole.referrals())).param("from", from);
          (sql.contains(":to") ? statement.param("to", to) : statement).update();
        });
    TO_LEAD.forEach(
        sql -> db.sql(sql).param("ids", Among.these(whole.cases())).param("lead", lead).update());
    orders.move(asked(whole), from, to, true);
    orders.move(answered(whole), from, to, false);
    cases.move(whole.cases(), to, lead, who);
    persons.move(whole.persons(), to);
    Stream.concat(whole.screenings().stream(), whole.received().stream())
        .filter(vault::holds)
        .forEach(key -> vault.moveKey(key, to));
  }

  private List<UUID> asked(Erased whole) {
    List<UUID> all = new ArrayList<>(whole.sent());
    all.addAll(
        ids(
            "select id from known_question where case_id = any(cast(:ids as uuid array))",
            whole.cases()));
    return all;
  }

  private List<UUID> answered(Erased whole) {
    List<UUID> all = new ArrayList<>(whole.received());
    all.addAll(
        ids(
            "select distinct question from known_hit where case_id = any(cast(:ids as uuid array))",
            whole.cases()));
    return all;
  }

  private List<UUID> ids(String sql, Collection<UUID> of) {
    return db.sql(sql).param("ids", Among.these(of)).query(UUID.class).list();
  }
}
