package org.passerelle.protect.sharing.htcds.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.sharing.htcds.ImportColumns;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of mappings for an organisation's own columns. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR})
class ColumnsController {
  private static final String AT = "/protect/import/columns";
  private final ImportColumns columns;

  ColumnsController(ImportColumns columns) {
    this.columns = columns;
  }

  @GetMapping(AT)
  String all(Act act) {
    return show(act);
  }

  private String show(Act act) {
    List<String> named = read(act.form());
    Map<String, String> guessed = new LinkedHashMap<>();
    for (int i = 0; i < named.size(); i++) {
      String chosen = act.form().shown("field-" + i);
      boolean sent = act.form().names().contains("field-" + i);
      guessed.put(named.get(i), sent ? chosen : columns.guess(named.get(i)));
    }
    List<Option> fields = new ArrayList<>();
    columns
        .all(act.language(), act.text("htcds.columns.number"))
        .forEach(one -> fields.add(new Option(one.code(), one.label() + " · " + one.code())));
    return act.show(
        "protect/htcds/columns", new ColumnsPage(columns.kept(act.who()), guessed, fields));
  }

  private static List<String> read(Filled form) {
    try {
      return form.shown("row").isBlank() ? List.of() : ImportColumns.columns(form.shown("row"));
    } catch (Refused refused) {
      // reported at the field on submission
      return List.of();
    }
  }

  @PostMapping(AT)
  String keep(Act act) {
    Filled form = act.form();
    String row = form.neededText("row", Filled.LONG);
    List<String> named = new ArrayList<>();
    if (!row.isEmpty()) {
      try {
        named.addAll(ImportColumns.columns(row));
      } catch (Refused refused) {
        form.errors().add(refused);
      }
    }
    if (form.shown("step").equals("read")) {
      return form.errors().isEmpty() ? act.more(() -> show(act)) : act.again(() -> show(act));
    }
    String name = form.neededText("name", ImportColumns.LONGEST);
    Map<String, String> chosen = new LinkedHashMap<>();
    for (int i = 0; i < named.size(); i++) {
      chosen.put(named.get(i), form.shown("field-" + i));
    }
    return act.submit(
        () -> show(act),
        "/protect/import",
        () -> {
          columns.keep(name, chosen, act.who());
          act.notice("good", "htcds.columns.done", name);
        });
  }

  @PostMapping(AT + "/{id}/remove")
  String remove(@PathVariable UUID id, Act act) {
    return act.once(AT, () -> columns.remove(id, act.who()));
  }
}
