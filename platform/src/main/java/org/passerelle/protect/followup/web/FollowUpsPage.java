package org.passerelle.protect.followup.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.FormDefinition;
import org.passerelle.language.Language;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.followup.FollowUp;

/**
 * Follow-ups of a case, or one of them.
 *
 * @param one that is shown, or null
 * @param names of colleagues
 * @param forms in which one can be told
 */
public record FollowUpsPage(
    Case file,
    List<FollowUp> all,
    @Nullable FollowUp one,
    List<UUID> team,
    Map<UUID, String> names,
    List<FormDefinition> forms,
    Language language,
    Filled form,
    CaseWords words) {
  /** Where they stand. */
  public String at() {
    return "/protect/cases/" + file.id() + "/follow-ups";
  }

  /** What a colleague is called; a user who is gone is shown as such. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** Who could make one. */
  public List<Option> colleagues() {
    return team.stream().map(user -> new Option(user.toString(), name(user))).toList();
  }

  /** A list of codes in words. */
  public static List<Option> choices(List<String> codes, String prefix, Page page) {
    return codes.stream().map(code -> new Option(code, page.text(prefix + code))).toList();
  }

  /** What a form is called. */
  public String title(FormDefinition definition) {
    return definition.title().in(language);
  }
}
