package org.passerelle.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.PublicProcess;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Texts;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores what a user typed into a form and did not submit: while they type and when a form is
 * rejected, so that an error, the back button, a switch of language, an expired session or an
 * abandoned page loses nothing. Only its author gets it back. It is sealed under the key of the
 * page's subject, if that has one, so that erasure includes it, otherwise under the organisation's
 * key.
 *
 * <p>Safe for concurrent use.
 */
@Component
@PublicProcess
public class KeptForms {
  /** How long unsubmitted input is kept. */
  public static final Duration KEPT = Duration.ofDays(7);

  private static final String PLACE = "kept_form.content";
  private static final int MOST_FORMS = 50;

  /** Hidden fields that a page generates afresh each time. */
  private static final Set<String> OF_THE_PAGE =
      Set.of("_csrf", "_once", Act.FORM_PAGE, "_action", "_more");

  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/_.-]{0,299}");
  private static final Pattern SUBJECT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Vault vault;
  private final TypedWords words;
  private final Clock clock;

  KeptForms(JdbcClient db, SealedJson sealed, Vault vault, TypedWords words, Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.vault = vault;
    this.words = words;
    this.clock = clock;
  }

  /** Whether a text is a local path at which a form can be shown or submitted. */
  public static boolean isPath(String path) {
    return PATH.matcher(path).matches() && !path.startsWith("//");
  }

  /**
   * Stores the current content of a form. Passwords, codes and values longer than a page are left
   * out.
   *
   * @param page address of the page with the form
   * @param action address of the form
   * @param typed every field by name
   * @return false if it is too much, or there is nothing to store
   */
  @Transactional
  public boolean keep(SignedIn who, String page, String action, Map<String, List<String>> typed) {
    Map<String, List<String>> fields = worthKeeping(typed);
    if (!isPath(page) || !isPath(action) || fields.isEmpty()) {
      return false;
    }
    Optional<UUID> subject = subject(page);
    UUID key = subject.filter(vault::holds).orElse(who.organisation());
    byte[] content = sealed.seal(key, PLACE, new Fields(fields));
    if (update(who, page, action, key, content) == 0) {
      insert(who, page, action, subject, key, content);
      dropBeyond(who);
    }
    return true;
  }

  /** A user's unsubmitted input on a page, newest first. */
  @Transactional(readOnly = true)
  public List<Kept> of(SignedIn who, String page, Texts texts) {
    List<Kept> kept = new ArrayList<>();
    db
        .sql(
            """
            select action, sealed_under, content, at from kept_form
             where user_id = :user and page = :page order by at desc
            """)
        .param("user", who.user())
        .param("page", page)
        .query(
            (row, i) ->
                new Row(
                    row.getString("action"),
                    row.getObject("sealed_under", UUID.class),
                    row.getBytes("content"),
                    Columns.instant(row, "at")))
        .list()
        .stream()
        // if the key is gone, the subject was erased
        .filter(row -> vault.holds(row.key))
        .forEach(
            row -> {
              Map<String, List<String>> fields =
                  sealed.open(row.key, PLACE, row.content, Fields.class).values();
              kept.add(new Kept(row.action, row.at, fields, words.of(row.action, fields, texts)));
            });
    return kept;
  }

  /** Deletes the input: the form was submitted or the input discarded. */
  @Transactional
  public void forget(SignedIn who, String page, String action) {
    db.sql("delete from kept_form where user_id = :user and page = :page and action = :action")
        .param("user", who.user())
        .param("page", page)
        .param("action", action)
        .update();
  }

  /** Deletes input about erased subjects. */
  @Transactional
  public void forgetAbout(Set<UUID> subjects) {
    for (UUID subject : subjects) {
      db.sql("delete from kept_form where subject = :subject or sealed_under = :subject")
          .param("subject", subject)
          .update();
    }
  }

  /** Deletes expired input. */
  @Scheduled(
      initialDelayString = "${schedule.pages.kept-forms.after}",
      fixedDelayString = "${schedule.pages.kept-forms.every}")
  @Transactional
  public void forgetOld() {
    db.sql("delete from kept_form where at < :limit")
        .param("limit", Columns.now(clock).minus(KEPT))
        .update();
  }

  private int update(SignedIn who, String page, String action, UUID key, byte[] content) {
    return db.sql(
            """
            update kept_form set sealed_under = :key, content = :content, at = :now
             where user_id = :user and page = :page and action = :action
            """)
        .param("user", who.user())
        .param("page", page)
        .param("action", action)
        .param("key", key)
        .param("content", content)
        .param("now", Columns.now(clock))
        .update();
  }

  private void insert(
      SignedIn who, String page, String action, Optional<UUID> subject, UUID key, byte[] content) {
    // the same page in two windows: what the other window has just stored is kept
    db.sql(
            """
            insert into kept_form (user_id, page, action, subject, sealed_under, content, at)
            values (:user, :page, :action, :subject, :key, :content, :now)
            on conflict do nothing
            """)
        .param("user", who.user())
        .param("page", page)
        .param("action", action)
        .param("subject", subject.orElse(null))
        .param("key", key)
        .param("content", content)
        .param("now", Columns.now(clock))
        .update();
  }

  private void dropBeyond(SignedIn who) {
    db.sql(
            """
            delete from kept_form
             where user_id = :user
               and at < (select min(k.at) from (select at from kept_form where user_id = :user
                                                 order by at desc limit :most) k)
            """)
        .param("user", who.user())
        .param("most", MOST_FORMS)
        .update();
  }

  /** Whether it exceeds what is stored of one form. */
  public static boolean isTooMuch(Map<String, List<String>> typed) {
    return typed.values().stream().flatMap(List::stream).mapToLong(String::length).sum()
        > Filled.MOST;
  }

  /** The fields of a form that are stored; empty if there are none, or too much. */
  static Map<String, List<String>> worthKeeping(Map<String, List<String>> typed) {
    Map<String, List<String>> fields = new TreeMap<>();
    long characters = 0;
    boolean anything = false;
    for (Map.Entry<String, List<String>> field : typed.entrySet()) {
      String name = field.getKey();
      if (!TypedWords.isSecret(name) && !OF_THE_PAGE.contains(name)) {
        fields.put(name, List.copyOf(field.getValue()));
        characters += field.getValue().stream().mapToLong(String::length).sum() + name.length();
        anything |=
            !name.equals(Filled.VERSION)
                && field.getValue().stream().anyMatch(value -> !value.isBlank());
      }
    }
    return anything && characters <= Filled.MOST ? fields : Map.of();
  }

  private static Optional<UUID> subject(String page) {
    Matcher found = SUBJECT.matcher(page);
    return found.find() ? Optional.of(UUID.fromString(found.group())) : Optional.empty();
  }

  /**
   * A form that was not submitted.
   *
   * @param action address of the form
   * @param at when it was typed
   * @param fields input by field name
   * @param shown the same in words
   */
  public record Kept(
      String action, Instant at, Map<String, List<String>> fields, List<TypedWords.Shown> shown) {
    public Kept {
      fields = new LinkedHashMap<>(fields);
      shown = List.copyOf(shown);
    }
  }

  record Fields(Map<String, List<String>> values) {}

  private record Row(String action, UUID key, byte[] content, Instant at) {}
}
