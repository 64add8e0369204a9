package org.passerelle.protect.casework.followup.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.FormDefinition;
import org.passerelle.language.Language;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.followup.FollowUp;

/**
 * View of the follow-ups of a case, or one of them.
 *
 * @param one the follow-up shown, or null
 * @param names names of colleagues
 * @param forms forms in which it can be reported
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
  public String at() {
    return "/protect/cases/" + file.id() + "/follow-ups";
  }

  /** Name of a colleague, or a placeholder for a deleted user. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** Possible assignees. */
  public List<Option> colleagues() {
    return team.stream().map(user -> new Option(user.toString(), name(user))).toList();
  }

  /** Options of a list of codes. */
  public static List<Option> choices(List<String> codes, String prefix, Page page) {
    return codes.stream().map(code -> new Option(code, page.text(prefix + code))).toList();
  }

  /** Title of a form. */
  public String title(FormDefinition definition) {
    return definition.title().in(language);
  }
}
