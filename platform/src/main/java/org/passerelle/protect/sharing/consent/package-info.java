/** Rules 3 and 4: nothing leaves without a basis, and a withdrawal travels. */
@NamedInterface("consent")
@NullMarked
package org.passerelle.protect.sharing.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
