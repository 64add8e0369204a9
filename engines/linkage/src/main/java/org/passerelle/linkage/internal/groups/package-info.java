/** Which records are one person. */
@NullMarked
package org.passerelle.linkage.internal.groups;

import org.jspecify.annotations.NullMarked;
