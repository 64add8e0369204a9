package org.passerelle.forms;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Imports new versions of forms: a version is read in the context of all others and either rejected
 * with every problem, or stored beside them until it is activated. From then on new answers use it;
 * answers to an older version keep that version.
 */
@Service
public class FormImports {
  /** Maximum length of a definition, in characters. */
  public static final int LONGEST = 200_000;

  private static final String SENT = "sent file";
  private final JdbcClient db;
  private final FormTexts texts;
  private final FormDefinitions definitions;
  private final Approvals approvals;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  FormImports(
      JdbcClient db,
      FormTexts texts,
      FormDefinitions definitions,
      Approvals approvals,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.texts = texts;
    this.definitions = definitions;
    this.approvals = approvals;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Result of an import.
   *
   * @param id id under which it is stored, or null if it was rejected
   * @param problems reasons for the rejection, in the order of its lines
   */
  public record Received(@Nullable UUID id, List<FormProblem> problems) {
    public Received {
      problems = List.copyOf(problems);
    }
  }

  /** An imported version. */
  public record Imported(
      UUID id, String form, int version, UUID by, Instant at, @Nullable Instant activatedAt) {
    /** Whether it is in use. */
    public boolean active() {
      return activatedAt != null;
    }
  }

  /** Reads a definition and stores it if it has no problems. */
  @Transactional
  public Received receive(String text, SignedIn who) {
    if (text.length() > LONGEST) {
      return new Received(
          null,
          List.of(
              new FormProblem(
                  SENT,
                  0,
                  "",
                  "it has %d characters; at most %d are allowed.".formatted(text.length(), LONGEST),
                  "it is not a form definition.")));
    }
    FormDefinition read;
    try {
      read = added(FormDefinitions.read(texts.with(SENT, text)));
    } catch (FormsInvalid invalid) {
      return new Received(null, invalid.problems());
    }
    int newest = definitions.current(read.form()).map(FormDefinition::version).orElse(0);
    if (read.version() <= newest || known(read.form(), read.version())) {
      return new Received(
          null,
          List.of(
              new FormProblem(
                  SENT,
                  1,
                  "",
                  "version %d of \"%s\" is not newer than the existing ones."
                      .formatted(read.version(), read.form()),
                  "this is version %d.".formatted(Math.max(newest, read.version()) + 1))));
    }
    UUID id = identifiers.next();
    db.sql(
            """
            insert into form_file (id, form, version, digest, content, imported_by, imported_at)
            values (:id, :form, :version, :digest, :content, :by, :at)
            """)
        .param("id", id)
        .param("form", read.form())
        .param("version", read.version())
        .param("digest", read.digest())
        .param("content", text)
        .param("by", who.user())
        .param("at", Columns.now(clock))
        .update();
    audit.write(who, "form.imported", "form", id, detail(read.form(), read.version()));
    return new Received(id, List.of());
  }

  private FormDefinition added(FormDefinitions all) {
    Set<String> before = new HashSet<>();
    definitions.all().forEach(one -> before.add(one.form() + "@" + one.version()));
    return all.all().stream()
        .filter(one -> !before.contains(one.form() + "@" + one.version()))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private boolean known(String form, int version) {
    return db.sql("select count(*) from form_file where form = :form and version = :version")
            .param("form", form)
            .param("version", version)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** All imported versions, newest first. */
  @Transactional(readOnly = true)
  public List<Imported> all() {
    return db.sql("select * from form_file order by imported_at desc, id")
        .query(
            (row, i) -> {
              return new Imported(
                  row.getObject("id", UUID.class),
                  row.getString("form"),
                  row.getInt("version"),
                  row.getObject("imported_by", UUID.class),
                  Columns.instant(row, "imported_at"),
                  Columns.instantOrNull(row, "activated_at"));
            })
        .list();
  }

  /** An imported version. */
  public Imported find(UUID id) {
    return all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NotFound::new);
  }

  /** Its definition, active or not. */
  @Transactional(readOnly = true)
  public FormDefinition definition(UUID id) {
    Imported found = find(id);
    Optional<FormDefinition> active = definitions.version(found.form(), found.version());
    return active.orElseGet(
        () ->
            FormDefinitions.read(texts.with(SENT, content(id)))
                .version(found.form(), found.version())
                .orElseThrow(NotFound::new));
  }

  /** The version in use now; empty if the form is new. */
  public Optional<FormDefinition> before(Imported imported) {
    return definitions.versions(imported.form()).stream()
        .filter(one -> one.version() < imported.version())
        .findFirst();
  }

  /** Questions that change category, and so the people who may read their answers. */
  public List<FormComparison.Moved> moved(Imported imported) {
    return FormComparison.moved(
        definitions.versions(imported.form()).stream()
            .filter(one -> one.version() < imported.version())
            .toList(),
        definition(imported.id()));
  }

  /** The open request to activate it, while it awaits a second person. */
  public Optional<ApprovalRequest> waiting(UUID id) {
    return approvals.waiting(FormActivation.KIND, id);
  }

  /**
   * Activates a version without a restart, or asks a second person if a question changes category.
   *
   * @return the open request, or empty if the version is active
   * @throws Refused if a newer one has been activated meanwhile
   * @throws FormsInvalid if it is no longer consistent with the others
   */
  @Transactional
  public Optional<ApprovalRequest> activate(UUID id, SignedIn who) {
    Imported found = find(id);
    if (!found.active() && !moved(found).isEmpty()) {
      return Optional.of(
          approvals.request(
              FormActivation.KIND,
              new ActSubject("form", id, who.organisation(), who.organisation()),
              detail(found.form(), found.version()),
              who));
    }
    putIntoUse(id, who, Map.of());
    return Optional.empty();
  }

  /** Activates it after all checks. */
  void putIntoUse(UUID id, SignedIn who, Map<String, String> more) {
    Imported found = find(id);
    if (found.active()) {
      return;
    }
    if (definitions.current(found.form()).map(FormDefinition::version).orElse(0)
        > found.version()) {
      throw new Refused("formimport.refused.older");
    }
    String text = content(id);
    String name = FormTexts.name(found.form(), found.version());
    FormDefinitions all = FormDefinitions.read(texts.with(name, text));
    db.sql("update form_file set activated_by = :by, activated_at = :at where id = :id")
        .param("by", who.user())
        .param("at", Columns.now(clock))
        .param("id", id)
        .update();
    Map<String, String> told = new HashMap<>(more);
    told.putAll(detail(found.form(), found.version()));
    audit.write(who, "form.activated", "form", id, told);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            texts.add(name, text);
            definitions.become(all);
          }
        });
  }

  /** Deletes a version that was not activated. */
  @Transactional
  public void discard(UUID id, SignedIn who) {
    Imported found = find(id);
    if (found.active()) {
      throw new Refused("formimport.refused.active");
    }
    if (waiting(id).isPresent()) {
      throw new Refused("formimport.refused.waits");
    }
    db.sql("delete from form_file where id = :id").param("id", id).update();
    audit.write(who, "form.discarded", "form", id, detail(found.form(), found.version()));
  }

  private String content(UUID id) {
    return db.sql("select content from form_file where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private static Map<String, String> detail(String form, int version) {
    return Map.of("form", form, "version", Integer.toString(version));
  }
}
