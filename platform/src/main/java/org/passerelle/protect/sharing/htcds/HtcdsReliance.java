package org.passerelle.protect.sharing.htcds;

import java.util.stream.Stream;
import org.passerelle.forms.FormComparison;
import org.passerelle.forms.FormReliance;
import org.passerelle.forms.Question;
import org.springframework.stereotype.Component;

/** Import and export depend on the field of the standard that a question stands for. */
@Component
class HtcdsReliance implements FormReliance {
  @Override
  public String key() {
    return "formimport.part.htcds";
  }

  @Override
  public boolean relies(FormComparison.Difference difference) {
    return Stream.of(difference.before(), difference.after())
        .anyMatch(question -> question != null && isMapped(question));
  }

  private static boolean isMapped(Question question) {
    return question.mapsTo() != null && question.mapsTo().standard().startsWith("HTCDS");
  }
}
