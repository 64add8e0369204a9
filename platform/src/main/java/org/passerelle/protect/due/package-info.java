/** What is due in cases: kept from what every part says, read by pages, lists and calendars. */
@NamedInterface("due")
@NullMarked
package org.passerelle.protect.due;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
