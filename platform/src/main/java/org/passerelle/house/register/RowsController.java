package org.passerelle.house.register;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.refusal.Refused;
import org.passerelle.register.EntryImport;
import org.passerelle.register.EntryImports;
import org.passerelle.register.EntryTable;
import org.passerelle.register.Facts;
import org.passerelle.register.Kind;
import org.passerelle.register.Register;
import org.passerelle.register.Shown;
import org.passerelle.register.TableColumn;
import org.passerelle.table.TableFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Many entries of a kind at once, pasted or from a file: check, enter, undo. */
@Controller
@Allowed({Role.PROGRAMME_MANAGER, Role.TRAINER})
class RowsController {
  private static final int BEFORE = 10;
  private final EntryImports imports;
  private final Register register;

  RowsController(EntryImports imports, Register register) {
    this.imports = imports;
    this.register = register;
  }

  @GetMapping("/{room:partner|steer}/register/{kind}/new/rows")
  String fill(@PathVariable("kind") String kindId, Act act) {
    act.form(Map.of());
    return form(RegisterChangeController.editable(kindId, act), act);
  }

  private String form(Kind kind, Act act) {
    return act.with("before", imports.newest(kind, BEFORE))
        .with("columns", TableColumn.of(kind))
        .with("errors", act.form().errors())
        .with("pasted", act.form().shown("paste"))
        .show("house/register/rows", kind);
  }

  /** A table with nothing but the names of the columns. */
  @GetMapping("/{room:partner|steer}/register/{kind}/new/rows.csv")
  ResponseEntity<byte[]> template(@PathVariable("kind") String kindId, Act act) throws IOException {
    Kind kind = RegisterChangeController.editable(kindId, act);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableFile table = TableFile.csv(out)) {
      table.row(TableColumn.of(kind).stream().map(TableColumn::id).toList());
    }
    return FileAnswer.saved(kind.id() + ".csv", FileAnswer.CSV).body(out.toByteArray());
  }

  @PostMapping("/{room:partner|steer}/register/{kind}/new/rows")
  String check(@PathVariable("kind") String kindId, Act act) {
    Kind kind = RegisterChangeController.editable(kindId, act);
    Optional<EntryTable> table = table(kind, act);
    return act.submit(
        () -> form(kind, act),
        () -> at(kind) + imports.receive(act.who(), kind, table.orElseThrow()));
  }

  /** The table that was sent; if it is none, the form says why. */
  private static Optional<EntryTable> table(Kind kind, Act act) {
    Filled form = act.form();
    byte[] file = act.file("file");
    String pasted = form.shown("paste");
    String from = file.length > 0 ? "file" : "paste";
    if (file.length == 0 && pasted.isBlank()) {
      form.errors().add(from, "register.rows.refused.nothing");
      return Optional.empty();
    }
    if (file.length == 0 && pasted.length() > Filled.MOST) {
      form.errors().add(from, "form.error.long", pasted.length(), Filled.MOST);
      return Optional.empty();
    }
    try {
      byte[] content = file.length > 0 ? file : pasted.getBytes(StandardCharsets.UTF_8);
      return Optional.of(EntryTable.read(kind, new ByteArrayInputStream(content)));
    } catch (Refused refused) {
      form.errors().add(from, refused.key(), refused.arguments());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String at(Kind kind) {
    return "/" + kind.room() + "/register/" + kind.id() + "/rows/";
  }

  @GetMapping("/{room:partner|steer}/register/{kind}/rows/{id}")
  String show(@PathVariable("kind") String kindId, @PathVariable UUID id, Act act) {
    Kind kind = RegisterChangeController.editable(kindId, act);
    EntryImport sent = imports.find(id, kind);
    Facts facts = register.facts();
    List<Shown.Part> entries =
        sent.entries().stream()
            .flatMap(entry -> facts.find(kind.id(), entry).stream())
            .map(entry -> new Shown.Part(entry.name().orAny(act.language()), entry.href()))
            .toList();
    act.form(Map.of());
    return act.with("errors", act.form().errors())
        .show(
            "house/register/rowsChecked",
            new RowsPage(kind, sent, imports.check(sent, kind, act.language()), entries));
  }

  @PostMapping("/{room:partner|steer}/register/{kind}/rows/{id}/enter")
  String enter(@PathVariable("kind") String kindId, @PathVariable UUID id, Act act) {
    Kind kind = RegisterChangeController.editable(kindId, act);
    return act.once(
        () -> {
          EntryImport sent = imports.find(id, kind);
          int good = act.form().number("good", 1, EntryTable.MOST_ROWS).orElse(0);
          imports.enter(
              act.who(),
              sent,
              kind,
              good,
              line -> act.page().text("register.rows.reason", line, sent.rows()),
              act.language());
          act.notice("good", "register.rows.entered", good);
          return at(kind) + id;
        });
  }

  @PostMapping("/{room:partner|steer}/register/{kind}/rows/{id}/undo")
  String undo(@PathVariable("kind") String kindId, @PathVariable UUID id, Act act) {
    Kind kind = RegisterChangeController.editable(kindId, act);
    return act.once(
        () -> {
          String reason = act.form().text("_reason", Filled.SHORT);
          imports.undo(
              act.who(),
              imports.find(id, kind),
              kind,
              reason.isEmpty() ? act.page().text("register.rows.undo.reason") : reason);
          act.notice("good", "register.rows.undone");
          return at(kind) + id;
        });
  }
}
