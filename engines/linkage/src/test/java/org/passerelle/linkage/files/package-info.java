@NullMarked
package org.passerelle.linkage.files;

import org.jspecify.annotations.NullMarked;
