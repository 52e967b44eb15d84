"""The words of errors: records. Code → what happened, and what to do. In English, for staff and authors."""

ERRORS: dict[str, tuple[str, str]] = {
    "key-file-damaged": (
        "A key file of the store is damaged. The sealed records are safe.",
        "Put the file back from a backup of the store's folder.",
    ),
    "key-file-weak": (
        "The key file asks for weaker protection of the passphrase than Plainhelix accepts. It was not used.",
        "Put back the key file that this store was made with, and find out who changed it.",
    ),
    "passphrase-differs": (
        "The two passphrases are not the same. Nothing was made.",
        "Type the same passphrase twice.",
    ),
    "passphrase-memory": (
        "There is not enough free memory to check the passphrase: {megabytes} MB are needed. The records are safe.",
        "Close other programs and try again.",
    ),
    "passphrase-needed": (
        "The passphrase cannot be asked for here.",
        "Run the command in a terminal, or set PLAINHELIX_PASSPHRASE (with `--recovery`: PLAINHELIX_RECOVERY_KEY).",
    ),
    "passphrase-short": (
        "A passphrase needs at least {least} characters. Nothing was made.",
        "Choose a longer one. Several words are easy to remember.",
    ),
    "passphrase-wrong": (
        "This passphrase does not open the records. They are safe.",
        "Try again, or use the printed recovery key with `--recovery`. After three wrong tries there is a wait.",
    ),
    "record-newer": (
        "This visit was recorded by a newer version of Plainhelix (format {found}; this version knows {known}). It is safe.",
        "Install the newer version of Plainhelix.",
    ),
    "record-not-exported": (
        "The summary could not be written to this folder. The record is safe.",
        "Check that the folder can be written to and that the disk has room.",
    ),
    "record-not-saved": (
        "Your last answer could not be saved. Everything that you answered before is safe. ({reason})",
        "Please call a member of staff. They can help you go on.",
    ),
    "record-unreadable": (
        "What this visit recorded cannot be understood. It is authentic and was left as it is.",
        "Open it with the version of Plainhelix that recorded it, and report the fault.",
    ),
    "recovery-mistyped": (
        "This is not a whole recovery key: a letter is missing or wrong.",
        "Compare it with the printed sheet, group by group.",
    ),
    "recovery-wrong": (
        "This recovery key belongs to another store. The records are safe.",
        "Use the recovery key that was printed when this store was made.",
    ),
    "revision-damaged": (
        "Answer {revision} of visit {visit} is not as it was written. It is not shown, so that nobody reads a wrong answer.",
        "Read an earlier moment with `plainhelix records open {visit} --revision N`, and go through it with the patient.",
    ),
    "export-in-store": (
        "{file} lies in the store. What is readable must not lie among the sealed records.",
        "Name a folder outside of it.",
    ),
    "revision-unknown": ("Visit {visit} has no answer {revision}.", "It has answers 1 to {count}."),
    "revision-missing": (
        "Answer {revision} of visit {visit} is missing. The newest answers may be affected.",
        "Read another moment with `plainhelix records open {visit} --revision N`, and go through it with the patient.",
    ),
    "revisions-without-visit": (
        "{count} sealed answers belong to no visit. The visit that they belonged to is damaged or missing.",
        "Restore a backup of the store, or keep the folder for someone who can look into it.",
    ),
    "staff-locked": (
        "There were too many wrong passphrases. The records are safe.",
        "Wait {seconds} seconds, then try again.",
    ),
    "store-address-unknown": (
        "A store at an address of the kind {address} is not known.",
        "Name a folder after `--store`.",
    ),
    "store-busy": (
        "Another program is using the store just now. Nothing is lost. If visits were being erased, their keys may be destroyed already; the rest follows.",
        "Wait a moment and do it again.",
    ),
    "store-codes-used": (
        "No free visit code was found. No visit was begun.",
        "Erase old visits with `plainhelix records purge`.",
    ),
    "store-damaged": (
        "The record store is damaged in places. Visits that are whole can still be opened, and no wrong answer is ever shown.",
        "Copy the store's folder to another disk now. Then run `plainhelix records verify` to see which visits are affected, and replace the disk or restore a backup.",
    ),
    "store-exists": (
        "There is a store at this place already. It was left as it is.",
        "Choose another folder, or use the store that is there.",
    ),
    "store-failing": (
        "The disk did not do what it was asked. Answers that were confirmed earlier are safe.",
        "Tell the person who looks after this computer. Copy the store's folder to another disk.",
    ),
    "store-folder-used": (
        "This folder holds other files. They were left as they are.",
        "Choose a new or an empty folder.",
    ),
    "store-full": (
        "The disk is full. Answers that were confirmed earlier are safe.",
        "Free some space, or erase old visits with `plainhelix records purge`. That works on a full disk too.",
    ),
    "store-key-other": (
        "The keys and the records in this folder do not belong together. Nothing was changed.",
        "Put back the key files that this store was made with.",
    ),
    "store-locked": ("The records are sealed.", "Open them with the staff passphrase or the recovery key."),
    "store-missing": (
        "There are no records at this place. Nothing was changed.",
        "Check the folder, or make a store with `plainhelix records init`.",
    ),
    "store-newer": (
        "This store was made by a newer version of Plainhelix (format {found}; this version knows {known}). It was left as it is.",
        "Install the newer version of Plainhelix.",
    ),
    "store-read-only": (
        "Nothing can be written to the store's folder. What is in it is safe.",
        "Give this account the right to write to the folder, or check whether the disk is locked.",
    ),
    "store-unknown": (
        "The file at this place is not a Plainhelix record store. It was left as it is.",
        "Check the folder. If it should be a store, restore it from a backup.",
    ),
    "store-unreadable": (
        "The files of the store cannot be read. They were left as they are.",
        "Check that the folder is right and that this account may read it.",
    ),
    "visit-code-mistyped": (
        "This is not a visit code. It has six letters and digits; I, L, O, S, 0, 1 and 5 are never among them.",
        "Check the code.",
    ),
    "visit-damaged": (
        "Visit {visit} is not as it was written. It is not shown, so that nobody reads a wrong answer.",
        "Ask the patient again, or restore a backup. Run `plainhelix records verify` for the other visits.",
    ),
    "visit-empty": ("Nothing was answered in visit {visit}.", "There is nothing to read."),
    "visit-erased": (
        "Visit {visit} was erased, but its sealed rows are still there. Nobody can read them.",
        "Run `plainhelix records purge` to finish.",
    ),
    "visit-unknown": (
        "There is no visit with the code {visit}.",
        "Check the code. `plainhelix records list` shows all visits; old ones may have been erased.",
    ),
}
