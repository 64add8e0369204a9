package org.passerelle.prevent.tip.web;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.prevent.tip.TipContent;

/** Reads a tip from a form that a browser without scripts sends. */
final class TipForms {
  /** Fields for files. */
  private static final List<String> FILES = List.of("file-1", "file-2", "file-3");

  private TipForms() {}

  static TipContent content(Act act) {
    Filled form = act.form();
    String kind = form.neededCode("kind", TipContent.KINDS);
    return new TipContent(
        kind,
        form.neededText("what", Filled.LONG),
        form.text("where", Filled.SHORT),
        form.text("when", Filled.SHORT),
        form.text("danger", Filled.SHORT),
        form.ticked("onward"),
        files(act));
  }

  static TipContent more(Act act) {
    return new TipContent(
        "more", act.form().neededText("what", Filled.LONG), "", "", "", false, files(act));
  }

  private static List<TipContent.TipFile> files(Act act) {
    List<TipContent.TipFile> files = new ArrayList<>();
    for (String field : FILES) {
      byte[] content = act.file(field);
      if (content.length > 0) {
        files.add(new TipContent.TipFile(act.fileName(field), content));
      }
    }
    return files;
  }
}
