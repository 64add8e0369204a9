package org.passerelle.forms;

import java.io.IOException;
import org.passerelle.PublicProcess;
import org.springframework.context.annotation.Bean;

/** The public pages need the code lists alone, which come with the program. */
@PublicProcess
class PublicForms {
  @Bean
  FormDefinitions formDefinitions() throws IOException {
    return FormDefinitions.read(FormResources.shipped());
  }
}
