package org.passerelle.forms.answers;

import org.passerelle.PlatformSettings;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.FormDefinitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Guards against edited definitions: the server does not start if a used one was changed. */
@Component
class FormsInUse implements InitializingBean {
  private static final Logger LOG = LoggerFactory.getLogger(FormsInUse.class);
  private final JdbcClient db;
  private final FormDefinitions definitions;
  private final PlatformSettings settings;

  FormsInUse(JdbcClient db, FormDefinitions definitions, PlatformSettings settings) {
    this.db = db;
    this.definitions = definitions;
    this.settings = settings;
  }

  private record Used(String form, int version, String digest) {}

  @Override
  public void afterPropertiesSet() {
    check(settings.demo());
  }

  void check(boolean onlyWarn) {
    for (Used used :
        db.sql("select form, version, digest from form_used order by form, version")
            .query(Used.class)
            .list()) {
      String found =
          definitions.version(used.form(), used.version()).map(FormDefinition::digest).orElse("");
      if (!found.equals(used.digest())) {
        String message =
            """
            Version %d of the form %s was used with the digest %s, but its digest is now %s.
            Maybe restore its file and give the change the version %d."""
                .formatted(
                    used.version(),
                    used.form(),
                    used.digest(),
                    found.isEmpty() ? "no file" : found,
                    used.version() + 1);
        if (!onlyWarn) {
          throw new IllegalStateException(message);
        }
        LOG.warn(message);
      }
    }
  }
}
