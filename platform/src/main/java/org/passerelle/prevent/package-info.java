/** Campaigns, populations and places at risk, public reports and partner tips. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.prevent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
