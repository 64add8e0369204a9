@NullMarked
package org.passerelle.network.measure;

import org.jspecify.annotations.NullMarked;
