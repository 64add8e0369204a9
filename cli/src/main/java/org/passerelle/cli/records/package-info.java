/** Commands over lists of records: linking, encoding, generating. */
@NullMarked
package org.passerelle.cli.records;

import org.jspecify.annotations.NullMarked;
