/** Files attached to a case: inspected, versioned, delivered only as attachments. */
@NamedInterface("cases-files")
@NullMarked
package org.passerelle.protect.casework.cases.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
